package kubenat.yaml;

import kubenat.source.Span;

/** A single word or sentence; empty where nothing stands after a key. Numbers and truths are not told from text. */
public record YamlText(String file, Span span, String text) implements YamlValue {}
