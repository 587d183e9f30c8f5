"""What leaves, as the record has it: who may put it forward, approve, stop and send it."""
