package dev.arenabench.harness.report;

import java.awt.Color;
import java.util.Locale;

/// What a part of a chart is drawn with. XChart wants colours, a page that follows the reader's
/// choice of light or dark wants names: each ink stands for itself in the drawing as a colour that
/// nothing else has, and [Drawing] turns that colour into a class of the style sheet.
enum Ink {
  /// Leaves no trace.
  NONE,
  GRID,
  /// Where there is no difference.
  ONE,
  BETTER,
  WORSE,
  SAME,
  OPEN,
  MISSING,
  /// The room that an interval takes.
  BAND;

  /// The colour that stands for it in the drawing.
  Color colour() {
    return new Color(1, 2, 3 + ordinal());
  }

  /// The ink that `rgb(…)`, as VectorGraphics2D writes it, stands for.
  ///
  /// @throws IllegalStateException if the drawing holds a colour that is no ink: it would not
  ///   follow the page
  static Ink ofRgb(String rgb) {
    for (Ink ink : values()) {
      Color colour = ink.colour();
      if (rgb.equals(
          "rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue()))) {
        return ink;
      }
    }
    throw new IllegalStateException("not an ink: colour=" + rgb);
  }

  static Ink of(Tone tone) {
    return switch (tone) {
      case BETTER -> BETTER;
      case WORSE -> WORSE;
      case SAME -> SAME;
      case OPEN -> OPEN;
      case MISSING -> MISSING;
    };
  }

  /// Name in style sheets.
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
