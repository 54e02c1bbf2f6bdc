package kubenat.lint.settings;

import kubenat.lint.Level;

/** How bad findings of some checks are to be; OFF means that the checks do not run. */
public record LevelChange(CheckPattern checks, Level level) {}
