"""One module for each command of `./run`, each with `run(arguments) -> exit code`."""
