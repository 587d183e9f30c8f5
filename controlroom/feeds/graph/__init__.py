"""The Graph API, which the networks of Meta share: versions, answers, errors, usage, text."""
