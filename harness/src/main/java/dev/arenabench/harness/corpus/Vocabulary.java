package dev.arenabench.harness.corpus;

import dev.arenabench.harness.corpus.Piece.Part;
import dev.arenabench.harness.corpus.Piece.Varying;
import dev.arenabench.harness.corpus.Template.Sort;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// Chooses the texts of [templates][Template], so that names, strings and numbers vary with the
/// amount of source as they do in real code.
///
/// A template is what it was in the shipped program at first, and gets variants later: a name gets
/// another name in the same style, out of words that occur in names (`free_list` → `free_entry`); a
/// string or comment gets other words of prose; a number gets other digits. A new variant is made
/// whenever fewer texts are in use than [Sort#distinctIn] says; otherwise an earlier one comes
/// again, the older the likelier. No two templates ever share a text, so the scopes of names stay
/// what they were.
final class Vocabulary {
  private static final int ATTEMPTS = 8;

  private final SplittableRandom random;
  private final List<String> nameWords;
  private final List<String> proseWords;
  private final Set<String> taken = new HashSet<>();
  private final int[] used = new int[Sort.values().length];

  /// @param pieces all in which templates are
  Vocabulary(List<Piece> pieces, SplittableRandom random) {
    this.random = random;
    Set<String> ofNames = new LinkedHashSet<>();
    Set<String> ofProse = new LinkedHashSet<>();
    for (Piece piece : pieces) {
      for (Part part : piece.parts()) {
        if (part instanceof Varying(Template template)) {
          taken.add(template.original());
          switch (template.sort()) {
            case NAME -> ofNames.addAll(Words.ofName(template.original()));
            case STRING, COMMENT -> ofProse.addAll(Words.ofProse(template.original()));
            case NUMBER -> {}
          }
        }
      }
    }
    nameWords = ofNames.stream().filter(word -> word.length() > 2).toList();
    proseWords = List.copyOf(ofProse);
  }

  /// The text of a template at a place.
  ///
  /// @param module the number of the module that the place is in: a name is the same all over it
  /// @param bytes how much source there is in front of it
  byte[] text(Template template, int module, int bytes) {
    if (template.sort() != Sort.NAME) {
      return next(template, bytes);
    }
    if (!template.isChosenFor(module)) {
      template.choose(module, next(template, bytes));
    }
    return template.current();
  }

  /// A word that occurs in names.
  String word() {
    return nameWords.get(random.nextInt(nameWords.size()));
  }

  private byte[] next(Template template, int bytes) {
    List<byte[]> variants = template.variants();
    if (variants.isEmpty()) {
      return use(template, template.original());
    }
    if (used[template.sort().ordinal()] < template.sort().distinctIn(bytes)) {
      for (int i = 0; i < ATTEMPTS; i++) {
        String text = variant(template);
        if (taken.add(text)) {
          return use(template, text);
        }
      }
    }
    double uniform = random.nextDouble();
    return variants.get((int) (variants.size() * uniform * uniform * uniform));
  }

  private byte[] use(Template template, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    template.variants().add(bytes);
    used[template.sort().ordinal()]++;
    return bytes;
  }

  private String variant(Template template) {
    String original = template.original();
    return switch (template.sort()) {
      case NAME -> name(original);
      case STRING, COMMENT ->
          Words.replaceProse(original, word -> random.nextInt(3) == 0 ? proseWord() : word);
      case NUMBER -> number(original);
    };
  }

  private String proseWord() {
    return proseWords.get(random.nextInt(proseWords.size()));
  }

  /// Of two words at least, so it is never a reserved one.
  private String name(String original) {
    List<String> words = new ArrayList<>(Words.ofName(original));
    if (words.size() == 1) {
      words.add(word());
    } else {
      words.set(random.nextInt(words.size()), word());
    }
    return Words.join(words, original);
  }

  /// Other decimal digits, but for the first and those of an exponent.
  private String number(String original) {
    StringBuilder digits = new StringBuilder(original);
    for (int i = 1; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c == 'e' || c == 'E' || c == 'p' || c == 'P') {
        break;
      }
      if (c >= '0' && c <= '9') {
        digits.setCharAt(i, (char) ('0' + random.nextInt(10)));
      }
    }
    return digits.toString();
  }
}
