package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.report.Drawing.Anchor;
import dev.arenabench.harness.report.Drawing.Margins;
import dev.arenabench.harness.report.Drawing.Mark;
import org.junit.jupiter.api.Test;

class DrawingTest {
  private static final Margins MARGINS = new Margins(10, 20, 30, 40);

  private static String svg(Drawing drawing) {
    return drawing.svg("id", "chart", MARGINS, "title", "description");
  }

  @Test
  void svg_marks_standWhereTheDataSays() {
    Drawing drawing = new Drawing(400, 100, -1, 1, 0, 4);
    drawing.pointSize(8);
    drawing.line(Ink.GRID, 1, 0, 0, 0, 4);
    drawing.point(Ink.BETTER, Mark.DOT, 0.5, 3);
    assertEquals(200, drawing.pictureX(0));
    assertEquals(25, drawing.pictureY(3));
    assertEquals(
        """
        <svg class="chart" role="img" aria-labelledby="id-t id-d" viewBox="-10 -20 440 160">
        <title id="id-t">title</title>
        <desc id="id-d">description</desc>
        <line class="stroke-grid" x1="200" y1="100" x2="200" y2="0"/>
        <ellipse class="fill-better" cx="300" cy="25" rx="4" ry="4"/>
        </svg>\
        """,
        svg(drawing));
  }

  @Test
  void svg_allShapes_classesInsteadOfColoursAndStyles() {
    Drawing drawing = new Drawing(400, 100, 0, 1, 0, 1);
    drawing.band(Ink.BAND, 0, 0.2, 1, 0.8);
    drawing.dashedLine(Ink.SAME, 2, 0, 0.5, 1, 0.5);
    for (Mark mark : Mark.values()) {
      drawing.point(Ink.WORSE, mark, 0.5, 0.5);
    }
    String svg = svg(drawing);
    assertTrue(svg.contains("class=\"fill-band\""), svg);
    assertTrue(svg.contains("class=\"stroke-same\""), svg);
    assertTrue(svg.contains("stroke-dasharray=\"4,3\""), svg);
    assertTrue(svg.contains("class=\"stroke-worse\""), svg);
    for (String forbidden : new String[] {"rgb(", "style=", "clip", "http", "xmlns"}) {
      assertFalse(svg.contains(forbidden), () -> forbidden + " in " + svg);
    }
  }

  @Test
  void svg_hostileWords_escaped() {
    Drawing drawing = new Drawing(400, 100, 0, 1, 0, 1);
    drawing.word("<script>&</script>", 1.23456, -2, Anchor.END, "tick");
    String svg = drawing.svg("id", "chart", MARGINS, "<b>", "</desc><b>");
    assertFalse(svg.contains("<script") || svg.contains("<b>"), svg);
    assertTrue(
        svg.contains(
            "<text class=\"tick\" x=\"1.23\" y=\"-2\" text-anchor=\"end\">"
                + "&lt;script&gt;&amp;&lt;/script&gt;</text>"),
        svg);
  }

  @Test
  void word_empty_leavesNoElement() {
    Drawing drawing = new Drawing(10, 10, 0, 1, 0, 1);
    drawing.word("", 1, 2, Anchor.START, "detail");
    assertFalse(svg(drawing).contains("<text"));
  }

  @Test
  void svg_nothingDrawn_stillAPicture() {
    assertTrue(svg(new Drawing(10, 10, 0, 1, 0, 1)).endsWith("</desc>\n</svg>"));
  }

  @Test
  void ofRgb_anyInk_thereAndBack() {
    for (Ink ink : Ink.values()) {
      java.awt.Color colour = ink.colour();
      String rgb = "rgb(%d,%d,%d)".formatted(colour.getRed(), colour.getGreen(), colour.getBlue());
      assertEquals(ink, Ink.ofRgb(rgb));
    }
    assertEquals(
        "not an ink: colour=rgb(255,0,0)",
        assertThrows(IllegalStateException.class, () -> Ink.ofRgb("rgb(255,0,0)")).getMessage());
  }

  @Test
  void new_emptyRange_refused() {
    assertThrows(IllegalArgumentException.class, () -> new Drawing(1, 1, 0, 0, 0, 1));
  }
}
