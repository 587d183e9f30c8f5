"""A network of one account, for tests of what stands around networks."""

from types import MappingProxyType

from controlroom.feeds.base import Capabilities

CAPABILITIES = Capabilities("dummy", "Dummy", MappingProxyType({}))
