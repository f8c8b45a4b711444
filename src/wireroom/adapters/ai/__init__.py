"""Asking a model: any server that speaks OpenAI's protocol, which the host names."""
