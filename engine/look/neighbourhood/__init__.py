"""The neighbourhood as vectors: `whole` draws it, `places` says where each thing stands."""
