package dev.arenabench.harness.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words inside names and texts.
final class Words {
  private Words() {}

  /// A word of prose in a string or comment. What could be part of an escape sequence or of a
  /// pattern of Lua's is none.
  private static final Pattern PROSE =
      Pattern.compile("(?<![A-Za-z0-9_\\\\%{])[a-z]{4,}(?![A-Za-z0-9_])");

  private static final Pattern NAME_WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+");

  static boolean hasReplaceable(String text) {
    return PROSE.matcher(text).find();
  }

  /// The words of prose in a text.
  static List<String> ofProse(String text) {
    return all(PROSE, text);
  }

  static String replaceProse(String text, UnaryOperator<String> replacement) {
    return PROSE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(replacement.apply(match.group())));
  }

  /// The words that a name is made of, in lower case.
  static List<String> ofName(String name) {
    return all(NAME_WORD, name).stream().map(Words::lower).toList();
  }

  /// A name out of words, in the style of another: `LIKE_THIS`, `LikeThis` or `like_this`, with its
  /// underscores in front.
  static String join(List<String> words, String like) {
    StringBuilder name = new StringBuilder(like.substring(0, underscores(like)));
    boolean isConstant = like.equals(upper(like));
    boolean isCapitalized = !isConstant && Character.isUpperCase(like.charAt(name.length()));
    String separator = isCapitalized ? "" : "_";
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      name.append(i == 0 ? "" : separator);
      if (isConstant) {
        name.append(upper(word));
      } else if (isCapitalized) {
        name.append(upper(word.substring(0, 1))).append(word, 1, word.length());
      } else {
        name.append(word);
      }
    }
    return name.toString();
  }

  private static int underscores(String name) {
    int count = 0;
    while (name.charAt(count) == '_') {
      count++;
    }
    return count;
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      words.add(matcher.group());
    }
    return words;
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT);
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
