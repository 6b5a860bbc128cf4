package dev.arenabench.harness.report;

import java.awt.BasicStroke;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// A chart: marks drawn by XChart in the coordinates of the data, words set around them as text.
final class Drawing {
  /*
   * XChart draws the marks and nothing else: no axes, legend or title, no padding, so that its plot
   * is the whole picture, and the words are ours. Three reasons. Words stay text, in the page's own
   * font and size. Axis labels stand where the scale wants them, which XChart's tick calculators do
   * not allow on a logarithmic axis of less than a decade. And laying out text in AWT needs fonts
   * installed, which servers often have not; without words none are asked for (a tick spacing wider
   * than any plot keeps the tick calculators from measuring labels that nobody shows).
   *
   * The exported SVG is read again as XML and written anew: colours become classes (Ink), styles
   * become attributes (a strict content security policy forbids style attributes), clip paths, whose
   * ids would clash between charts of one page, are dropped, and numbers get two decimals.
   */

  private static final int NO_TICKS = 1 << 20;

  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?");

  /// Which attributes make up the shape of an element.
  private static final Map<String, List<String>> GEOMETRY =
      Map.of(
          "line", List.of("x1", "y1", "x2", "y2"),
          "ellipse", List.of("cx", "cy", "rx", "ry"),
          "rect", List.of("x", "y", "width", "height"),
          "path", List.of("d"),
          "polygon", List.of("points"),
          "polyline", List.of("points"));

  private static final List<String> STROKE =
      List.of("stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-dasharray");

  /// The form of a point.
  enum Mark {
    DOT(SeriesMarkers.CIRCLE),
    DIAMOND(SeriesMarkers.DIAMOND),
    TRIANGLE(SeriesMarkers.TRIANGLE_UP),
    CROSS(SeriesMarkers.CROSS);

    private final Marker marker;

    Mark(Marker marker) {
      this.marker = marker;
    }
  }

  /// Where a word stands about its position.
  enum Anchor {
    START,
    MIDDLE,
    END
  }

  /// The room around the plot, in the picture's units.
  record Margins(int left, int top, int right, int bottom) {}

  private final int width;
  private final int height;
  private final double xMin;
  private final double xMax;
  private final double yMin;
  private final double yMax;
  private final XYChart chart;
  private final StringBuilder words = new StringBuilder();

  /// A plot of `width` × `height` units, over these ranges of the data.
  Drawing(int width, int height, double xMin, double xMax, double yMin, double yMax) {
    if (!(xMin < xMax && yMin < yMax)) {
      throw new IllegalArgumentException(
          "xMin=%s, xMax=%s, yMin=%s, yMax=%s".formatted(xMin, xMax, yMin, yMax));
    }
    this.width = width;
    this.height = height;
    this.xMin = xMin;
    this.xMax = xMax;
    this.yMin = yMin;
    this.yMax = yMax;
    this.chart = new XYChart(width, height);
    XYStyler style = chart.getStyler();
    style.setChartBackgroundColor(Ink.NONE.colour());
    style.setPlotBackgroundColor(Ink.NONE.colour());
    style.setPlotBorderVisible(false);
    style.setPlotGridLinesVisible(false);
    style.setChartTitleVisible(false);
    style.setLegendVisible(false);
    style.setXAxisTitleVisible(false);
    style.setYAxisTitleVisible(false);
    style.setXAxisTicksVisible(false);
    style.setYAxisTicksVisible(false);
    style.setXAxisTickMarkSpacingHint(NO_TICKS);
    style.setYAxisTickMarkSpacingHint(NO_TICKS);
    style.setChartPadding(0);
    style.setPlotMargin(0);
    style.setPlotContentSize(1);
    style.setXAxisMin(xMin);
    style.setXAxisMax(xMax);
    style.setYAxisMin(yMin);
    style.setYAxisMax(yMax);
  }

  void line(Ink ink, double strokeWidth, double x1, double y1, double x2, double y2) {
    // Ends are cut off straight: a square cap would make every interval longer than it is.
    line(
        ink,
        new BasicStroke((float) strokeWidth, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER),
        x1,
        y1,
        x2,
        y2);
  }

  void dashedLine(Ink ink, double strokeWidth, double x1, double y1, double x2, double y2) {
    BasicStroke stroke =
        new BasicStroke(
            (float) strokeWidth,
            BasicStroke.CAP_BUTT,
            BasicStroke.JOIN_MITER,
            10,
            new float[] {4, 3},
            0);
    line(ink, stroke, x1, y1, x2, y2);
  }

  private void line(Ink ink, BasicStroke stroke, double x1, double y1, double x2, double y2) {
    XYSeries series = series(new double[] {x1, x2}, new double[] {y1, y2});
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(ink.colour());
    series.setLineStyle(stroke);
  }

  /// A filled rectangle.
  void band(Ink ink, double x1, double y1, double x2, double y2) {
    XYSeries series = series(new double[] {x1, x2, x2, x1}, new double[] {y1, y1, y2, y2});
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
    series.setMarker(SeriesMarkers.NONE);
    series.setLineColor(Ink.NONE.colour());
    series.setFillColor(ink.colour());
  }

  void point(Ink ink, Mark mark, double x, double y) {
    XYSeries series = series(new double[] {x}, new double[] {y});
    series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Scatter);
    series.setMarker(mark.marker);
    series.setMarkerColor(ink.colour());
    // A marker that is drawn and not filled.
    series.setLineColor(ink.colour());
  }

  private XYSeries series(double[] x, double[] y) {
    return chart.addSeries("s" + chart.getSeriesMap().size(), x, y);
  }

  /// Size of the points, in the picture's units.
  void pointSize(int size) {
    chart.getStyler().setMarkerSize(size);
  }

  /// Text at a place in the picture's units, from the plot's upper left corner; nothing if empty.
  void word(String text, double x, double y, Anchor anchor, String styleClass) {
    if (text.isEmpty()) {
      return;
    }
    words
        .append("<text class=\"")
        .append(styleClass)
        .append("\" x=\"")
        .append(rounded(x))
        .append("\" y=\"")
        .append(rounded(y))
        .append('"');
    if (anchor != Anchor.START) {
      words.append(" text-anchor=\"").append(anchor == Anchor.END ? "end" : "middle").append('"');
    }
    words.append('>').append(escaped(text)).append("</text>\n");
  }

  /// Where a value of the data lies, in the picture's units.
  double pictureX(double x) {
    return (x - xMin) / (xMax - xMin) * width;
  }

  /// Where a value of the data lies, in the picture's units.
  double pictureY(double y) {
    return (yMax - y) / (yMax - yMin) * height;
  }

  /// The picture as an element to be set into a page.
  ///
  /// @param id unique in the page
  /// @param title what the picture shows
  /// @param description what is to be seen in it, for those who do not see it
  String svg(String id, String styleClass, Margins margins, String title, String description) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"").append(styleClass).append("\" role=\"img\" aria-labelledby=\"");
    svg.append(id).append("-t ").append(id).append("-d\" viewBox=\"");
    svg.append(-margins.left).append(' ').append(-margins.top).append(' ');
    svg.append(margins.left + width + margins.right).append(' ');
    svg.append(margins.top + height + margins.bottom).append("\">\n");
    svg.append("<title id=\"").append(id).append("-t\">").append(escaped(title));
    svg.append("</title>\n<desc id=\"").append(id).append("-d\">").append(escaped(description));
    svg.append("</desc>\n");
    if (!chart.getSeriesMap().isEmpty()) {
      appendShapes(svg, exported());
    }
    return svg.append(words).append("</svg>").toString();
  }

  private Element exported() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      VectorGraphicsEncoder.saveVectorGraphic(chart, bytes, VectorGraphicsFormat.SVG);
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      // The document type names a file on the web; nothing is fetched.
      factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
      String xml = bytes.toString(StandardCharsets.UTF_8);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)))
          .getDocumentElement();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException("the exported chart is not XML", e);
    }
  }

  private static void appendShapes(StringBuilder svg, Element parent) {
    NodeList children = parent.getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      Node child = children.item(i);
      if (child instanceof Element element) {
        switch (element.getTagName()) {
          case "defs" -> {}
          case "g" -> appendShapes(svg, element);
          default -> appendShape(svg, element);
        }
      }
    }
  }

  private static void appendShape(StringBuilder svg, Element element) {
    String name = element.getTagName();
    List<String> geometry = GEOMETRY.get(name);
    if (geometry == null) {
      throw new IllegalStateException("not a shape: element=" + name);
    }
    Map<String, String> style = style(element.getAttribute("style"));
    String styleClass = styleClass(style);
    if (styleClass.isEmpty()) {
      return;
    }
    svg.append('<').append(name).append(" class=\"").append(styleClass).append('"');
    for (String attribute : geometry) {
      svg.append(' ').append(attribute).append("=\"");
      svg.append(allRounded(element.getAttribute(attribute))).append('"');
    }
    for (String property : STROKE) {
      String value = style.get(property);
      if (value != null) {
        svg.append(' ').append(property).append("=\"").append(allRounded(value)).append('"');
      }
    }
    svg.append("/>\n");
  }

  private static Map<String, String> style(String declarations) {
    Map<String, String> style = new java.util.HashMap<>();
    for (String declaration : declarations.split(";", -1)) {
      int colon = declaration.indexOf(':');
      if (colon > 0) {
        style.put(
            declaration.substring(0, colon).strip(), declaration.substring(colon + 1).strip());
      }
    }
    return style;
  }

  /// Empty if nothing of the shape is to be seen.
  private static String styleClass(Map<String, String> style) {
    String fill = style.getOrDefault("fill", "none");
    if (!fill.equals("none")) {
      Ink ink = Ink.ofRgb(fill);
      return ink == Ink.NONE ? "" : "fill-" + ink.id();
    }
    String stroke = style.getOrDefault("stroke", "none");
    if (stroke.equals("none")) {
      return "";
    }
    Ink ink = Ink.ofRgb(stroke);
    return ink == Ink.NONE ? "" : "stroke-" + ink.id();
  }

  private static String allRounded(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(rounded(Double.parseDouble(found.group()))));
  }

  private static String rounded(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
