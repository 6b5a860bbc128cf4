package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.report.IntervalChart.Bar;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class IntervalChartTest {
  /// What a character takes, in the picture's units, in a wide font; details are smaller.
  private static final double CHARACTER = 8;

  private static final double SMALL_CHARACTER = 7;

  /// A rectangle of a picture.
  private record Box(String what, double left, double top, double right, double bottom) {
    boolean overlaps(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static List<Bar> bars(String what, String detail) {
    return Comparison.of(FixtureRun.outcome()).getFirst().lines().stream()
        .map(line -> new Bar(what.isEmpty() ? line.what() : what, detail, line))
        .toList();
  }

  /// Short names, a detail each, and names that are longer than any picture is wide.
  private static List<String> charts() {
    return List.of(
        IntervalChart.svg("a", "title", "heap", bars("", "")),
        IntervalChart.svg("b", "title", "heap", bars("", "heap : arena-fresh, solo pair")),
        IntervalChart.svg("c", "title", "heap", bars("w".repeat(90), "d".repeat(90))));
  }

  private static List<Element> pictures(String chart) throws Exception {
    NodeList found =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader("<charts>" + chart + "</charts>")))
            .getElementsByTagName("svg");
    List<Element> pictures = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      pictures.add((Element) found.item(i));
    }
    return pictures;
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<Box> words(Element picture) {
    List<Box> boxes = new ArrayList<>();
    NodeList words = picture.getElementsByTagName("text");
    for (int i = 0; i < words.getLength(); i++) {
      Element word = (Element) words.item(i);
      String text = word.getTextContent();
      boolean large =
          word.getAttribute("class").equals("label") || word.getAttribute("class").equals("figure");
      double width = text.length() * (large ? CHARACTER : SMALL_CHARACTER);
      double x = number(word, "x");
      double left =
          switch (word.getAttribute("text-anchor")) {
            case "end" -> x - width;
            case "middle" -> x - width / 2;
            default -> x;
          };
      double baseline = number(word, "y");
      boxes.add(new Box(text, left, baseline - (large ? 11 : 9), left + width, baseline + 3));
    }
    return boxes;
  }

  private static List<Box> marks(Element picture) {
    List<Box> boxes = new ArrayList<>();
    NodeList lines = picture.getElementsByTagName("line");
    for (int i = 0; i < lines.getLength(); i++) {
      Element line = (Element) lines.item(i);
      double half = line.hasAttribute("stroke-width") ? number(line, "stroke-width") / 2 : 0.5;
      boxes.add(
          new Box(
              line.getAttribute("class"),
              Math.min(number(line, "x1"), number(line, "x2")) - half,
              Math.min(number(line, "y1"), number(line, "y2")),
              Math.max(number(line, "x1"), number(line, "x2")) + half,
              Math.max(number(line, "y1"), number(line, "y2"))));
    }
    NodeList dots = picture.getElementsByTagName("ellipse");
    for (int i = 0; i < dots.getLength(); i++) {
      Element dot = (Element) dots.item(i);
      double x = number(dot, "cx");
      double y = number(dot, "cy");
      double r = number(dot, "rx");
      boxes.add(new Box("dot", x - r, y - r, x + r, y + r));
    }
    return boxes;
  }

  @Test
  void svg_anySize_noLineAndNoMarkCrossesAWord() throws Exception {
    int checked = 0;
    for (String chart : charts()) {
      for (Element picture : pictures(chart)) {
        for (Box word : words(picture)) {
          for (Box mark : marks(picture)) {
            checked++;
            assertFalse(
                word.overlaps(mark), picture.getAttribute("class") + ": " + word + ", " + mark);
          }
        }
      }
    }
    assertTrue(checked > 1_000, "checked=" + checked);
  }

  @Test
  void svg_anySize_noWordCrossesAnother() throws Exception {
    for (String chart : charts()) {
      for (Element picture : pictures(chart)) {
        List<Box> words = words(picture);
        for (int i = 0; i < words.size(); i++) {
          for (Box other : words.subList(i + 1, words.size())) {
            assertFalse(
                words.get(i).overlaps(other),
                picture.getAttribute("class") + ": " + words.get(i) + ", " + other);
          }
        }
      }
    }
  }

  @Test
  void svg_anyChart_threeSizesWithTheSameFigures() throws Exception {
    List<Bar> bars = bars("", "");
    List<Element> pictures = pictures(IntervalChart.svg("a", "title", "heap", bars));
    assertEquals(
        List.of("chart wide", "chart medium", "chart narrow"),
        pictures.stream().map(picture -> picture.getAttribute("class")).toList());
    for (Element picture : pictures) {
      List<String> words = words(picture).stream().map(Box::what).toList();
      for (Bar bar : bars) {
        assertEquals(bar.isDrawn(), words.contains(bar.line().ratio()), bar.line().ratio());
      }
    }
  }

  @Test
  void svg_nothingToDraw_nothing() {
    List<Bar> undrawn = bars("", "").stream().filter(bar -> !bar.isDrawn()).toList();
    assertFalse(undrawn.isEmpty());
    assertEquals("", IntervalChart.svg("a", "title", "heap", undrawn));
  }
}
