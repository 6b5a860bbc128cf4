package dev.arenabench.syntax;

import java.util.List;

/// Modifiers as bits, so that any set of them is one small number: the payload of [Kind#MODIFIERS].
public final class Modifier {
  private Modifier() {}

  /// `?` behind a name.
  public static final int OPTIONAL = 1;

  /// `readonly`
  public static final int READONLY = 1 << 1;

  /// `static`
  public static final int STATIC = 1 << 2;

  /// `abstract`
  public static final int ABSTRACT = 1 << 3;

  /// `final`
  public static final int FINAL = 1 << 4;

  /// `override`
  public static final int OVERRIDE = 1 << 5;

  /// `public`
  public static final int PUBLIC = 1 << 6;

  /// `protected`
  public static final int PROTECTED = 1 << 7;

  /// `private`
  public static final int PRIVATE = 1 << 8;

  /// `type` in an import or export.
  public static final int TYPE_ONLY = 1 << 9;

  /// `+readonly` of a mapped type.
  public static final int ADD_READONLY = 1 << 10;

  /// `-readonly` of a mapped type.
  public static final int REMOVE_READONLY = 1 << 11;

  /// `+?` of a mapped type.
  public static final int ADD_OPTIONAL = 1 << 12;

  /// `-?` of a mapped type.
  public static final int REMOVE_OPTIONAL = 1 << 13;

  /// One more than the greatest set.
  public static final int LIMIT = 1 << 14;

  /// The modifiers as they are written, by bit.
  private static final List<String> TEXTS =
      List.of(
          "?",
          "readonly",
          "static",
          "abstract",
          "final",
          "override",
          "public",
          "protected",
          "private",
          "type",
          "+readonly",
          "-readonly",
          "+?",
          "-?");

  /// How a modifier is written.
  ///
  /// @param modifier one of the constants
  public static String text(int modifier) {
    return TEXTS.get(Integer.numberOfTrailingZeros(modifier));
  }
}
