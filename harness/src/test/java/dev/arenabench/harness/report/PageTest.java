package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.arenabench.harness.outcome.Outcome;
import dev.arenabench.harness.outcome.Records;
import dev.arenabench.harness.record.Instrument;
import dev.arenabench.harness.record.Row;
import dev.arenabench.harness.record.UnitRecord;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class PageTest {
  private static final Row PARSE = Records.row("parse", "arena", "heap", Instrument.DUEL);

  private static String html(Outcome outcome) {
    return new Page(outcome, List.of("run.json", "journal.jsonl")).html();
  }

  /// The page as XML, which it is but for empty elements and names of characters.
  private static Document parsed(String html) throws Exception {
    String xml =
        html.replace("<!doctype html>", "")
            .replaceAll("<(meta|link)([^>]*)>", "<$1$2/>")
            .replace("&nbsp;", " ")
            // Allowed in HTML, where it means nothing.
            .replace("\u001b", "");
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document page, String name) {
    NodeList found = page.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> children = new ArrayList<>();
    NodeList found = parent.getChildNodes();
    for (int i = 0; i < found.getLength(); i++) {
      if (found.item(i) instanceof Element element && element.getTagName().equals(name)) {
        children.add(element);
      }
    }
    return children;
  }

  private static final List<Outcome> OUTCOMES = outcomes();

  /// Every kind of run: as it should be, hostile, failed, of one unit, empty.
  private static List<Outcome> outcomes() {
    Outcome failed =
        Outcome.of(
            Records.run(PARSE),
            List.of(
                Records.pair(PARSE, 0, "ABBA", Records.fork("arena+heap", List.of(), "no memory"))),
            List.of());
    Outcome one =
        Outcome.of(
            Records.run(PARSE), List.of(Records.duel(PARSE, 0, new double[] {1, 2})), List.of());
    Outcome empty = Outcome.of(Records.run(), List.of(), List.of());
    return List.of(FixtureRun.outcome(), HostileRun.outcome(), failed, one, empty);
  }

  @Test
  void html_fixture_asApproved() throws IOException {
    Approval.check("fixture-page.html", html(FixtureRun.outcome()));
  }

  @Test
  void html_any_oneStyleElementLetInByItsHashAndNothingElse() throws Exception {
    for (Outcome outcome : OUTCOMES) {
      String html = html(outcome);
      Document page = parsed(html);
      assertEquals(List.of(), elements(page, "script"));
      assertEquals(1, elements(page, "style").size());
      Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(html);
      assertTrue(style.find());
      String hash =
          Base64.getEncoder()
              .encodeToString(
                  MessageDigest.getInstance("SHA-256")
                      .digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
      Element policy =
          elements(page, "meta").stream()
              .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
              .findFirst()
              .orElseThrow();
      assertEquals(
          "default-src 'none'; style-src 'sha256-"
              + hash
              + "'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
          policy.getAttribute("content"));
      assertFalse(html.contains(" style="));
    }
  }

  @Test
  void html_any_asksNobodyForAnything() throws Exception {
    for (Outcome outcome : OUTCOMES) {
      String html = html(outcome);
      assertFalse(html.contains("http:") || html.contains("https:") || html.contains("//"), html);
      Document page = parsed(html);
      for (String loading : List.of("img", "iframe", "object", "embed", "video", "audio", "use")) {
        assertEquals(List.of(), elements(page, loading));
      }
      Set<String> targets = new TreeSet<>();
      elements(page, "a").forEach(link -> targets.add(link.getAttribute("href")));
      for (String target : targets) {
        assertTrue(target.startsWith("#") || target.matches("[a-z]+\\.jsonl?"), target);
      }
      elements(page, "link").forEach(link -> assertEquals("data:,", link.getAttribute("href")));
    }
  }

  @Test
  void html_hostileNames_staysText() throws Exception {
    String html = html(HostileRun.outcome());
    assertFalse(html.contains("<script") || html.contains("<img"), html);
    assertFalse(html.contains(" 49 "), "an expression in a name was evaluated");
    Document page = parsed(html);
    assertTrue(page.getDocumentElement().getTextContent().contains("<script>alert(1)</script>"));
    for (Element element : elements(page, "*")) {
      assertFalse(element.hasAttribute("onerror"));
    }
  }

  @Test
  void html_any_idsUniqueAndReferencesResolved() throws Exception {
    for (Outcome outcome : OUTCOMES) {
      Document page = parsed(html(outcome));
      Set<String> ids = new HashSet<>();
      for (Element element : elements(page, "*")) {
        if (element.hasAttribute("id")) {
          assertTrue(ids.add(element.getAttribute("id")), element.getAttribute("id"));
        }
      }
      for (Element element : elements(page, "*")) {
        for (String id : element.getAttribute("aria-labelledby").split(" ", -1)) {
          assertTrue(id.isEmpty() || ids.contains(id), id);
        }
        String href = element.getAttribute("href");
        assertTrue(!href.startsWith("#") || ids.contains(href.substring(1)), href);
      }
    }
  }

  @Test
  void html_any_everyPictureHasWords() throws Exception {
    int pictures = 0;
    for (Outcome outcome : OUTCOMES) {
      for (Element svg : elements(parsed(html(outcome)), "svg")) {
        pictures++;
        assertEquals("img", svg.getAttribute("role"));
        assertFalse(children(svg, "title").getFirst().getTextContent().isBlank());
        assertFalse(children(svg, "desc").getFirst().getTextContent().isBlank());
      }
    }
    assertTrue(pictures > 20, "pictures=" + pictures);
  }

  @Test
  void html_any_everyCellUnderAHead() throws Exception {
    int cells = 0;
    for (Outcome outcome : OUTCOMES) {
      for (Element table : elements(parsed(html(outcome)), "table")) {
        assertFalse(children(table, "caption").getFirst().getTextContent().isBlank());
        Element head = children(children(table, "thead").getFirst(), "tr").getFirst();
        int columns = columns(head);
        for (Element heading : children(head, "th")) {
          assertEquals("col", heading.getAttribute("scope"));
          assertFalse(heading.getTextContent().isBlank());
        }
        int carried = 0;
        int carriedRows = 0;
        for (Element body : children(table, "tbody")) {
          for (Element row : children(body, "tr")) {
            int width = columns(row) + (carriedRows > 0 ? carried : 0);
            assertEquals(columns, width, table.getTextContent());
            carriedRows--;
            for (Element cell : elementsOf(row)) {
              cells++;
              if (cell.hasAttribute("rowspan") && !cell.getAttribute("rowspan").equals("1")) {
                carriedRows = Integer.parseInt(cell.getAttribute("rowspan")) - 1;
                carried =
                    (int)
                        elementsOf(row).stream()
                            .filter(other -> other.hasAttribute("rowspan"))
                            .count();
              }
            }
          }
        }
      }
    }
    assertTrue(cells > 500, "cells=" + cells);
  }

  private static int columns(Element row) {
    int columns = 0;
    for (Element cell : elementsOf(row)) {
      columns += cell.hasAttribute("colspan") ? Integer.parseInt(cell.getAttribute("colspan")) : 1;
    }
    return columns;
  }

  private static List<Element> elementsOf(Element row) {
    List<Element> cells = new ArrayList<>(children(row, "th"));
    cells.addAll(children(row, "td"));
    return cells;
  }

  @Test
  void html_any_numbersHaveUnits() throws Exception {
    // In a column that does not say what it counts, a bare number is a riddle.
    Set<String> counting =
        Set.of("forks", "place in the run", "started, UTC", "p, adjusted", "confidence");
    for (Element table : elements(parsed(html(FixtureRun.outcome())), "table")) {
      Element head = children(children(table, "thead").getFirst(), "tr").getFirst();
      List<Element> headings = children(head, "th");
      for (Element body : children(table, "tbody")) {
        for (Element row : children(body, "tr")) {
          List<Element> cells = elementsOf(row);
          for (int i = 0; cells.size() == headings.size() && i < cells.size(); i++) {
            String text = cells.get(i).getTextContent().strip();
            if (!counting.contains(headings.get(i).getTextContent())) {
              assertFalse(
                  text.matches("[-+0-9.,]+") && !table.getTextContent().contains("doctor"),
                  () -> text + " in " + table.getTextContent());
            }
          }
        }
      }
    }
  }

  @Test
  void html_bothSidesAgainstTheFloor_whatRemainsUnderTheirRatio() {
    String html = html(FixtureRun.outcome());
    assertTrue(html.contains("… net of the floor"), html);
    assertTrue(html.contains("derived, not measured, and without a verdict"), html);
    assertFalse(html(OUTCOMES.get(3)).contains("net of the floor"));
  }

  @Test
  void html_noProbes_clearWords() {
    String html = html(OUTCOMES.get(3));
    assertTrue(html.contains("Not measured: this run has no footprint probe."));
    assertTrue(html.contains("Not measured: this run has no allocation probe."));
    assertTrue(html.contains("this run has no solo forks"));
    assertTrue(html.contains("no interval"));
  }

  @Test
  void html_everyForkFailed_clearWords() {
    String html = html(OUTCOMES.get(2));
    assertTrue(html.contains("This run has no answer yet"));
    assertTrue(html.contains("every fork failed; the first: arena+heap: no memory"));
    assertTrue(html.contains("One unit of this run failed"));
  }

  @Test
  void html_emptyRun_clearWords() {
    String html = html(OUTCOMES.get(4));
    assertTrue(html.contains("This run has no answer yet"));
    assertTrue(html.contains("The doctor was not asked."));
  }

  @Test
  void html_runThatIsNotFinished_saysSo() {
    assertTrue(html(HostileRun.outcome()).contains("This run has not finished."));
    assertFalse(html(FixtureRun.outcome()).contains("This run has not finished."));
  }

  @Test
  void html_manyCorpora_meansShown() {
    Row small = new Row("parse", "parse", "arena", "heap", "small", Instrument.DUEL);
    Row large = new Row("parse", "parse", "arena", "heap", "large", Instrument.DUEL);
    List<UnitRecord> units = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      units.add(Records.duel(small, i, new double[] {100 + i, 200}));
      units.add(Records.duel(large, i, new double[] {100 + i, 800}));
    }
    String html = html(Outcome.of(Records.run(small, large), units, List.of()));
    assertTrue(html.contains("Geometric means over corpora"), html);
    assertTrue(html.contains("3.92×"), html);
  }
}
