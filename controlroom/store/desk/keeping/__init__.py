"""What writes `desk.db`, through SQLAlchemy Core; loaded when something is first written."""
