SCENES=["road","smoke","fire","queue","bus","map","poster","street","park","night"]
