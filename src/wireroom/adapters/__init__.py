"""The world behind the engine's ports: HTTP, robots, executors."""
