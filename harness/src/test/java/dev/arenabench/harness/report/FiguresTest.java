package dev.arenabench.harness.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.arenabench.harness.outcome.Cost;
import dev.arenabench.harness.statistics.Estimate;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static Estimate estimate(double ratio, double lower, double upper, double confidence) {
    return new Estimate(Math.log(ratio), Math.log(lower), Math.log(upper), confidence, 8);
  }

  private static Cost cost(double nanos, double relativeHalfWidth) {
    double log = Math.log(nanos);
    return new Cost(new Estimate(log, log - relativeHalfWidth, log + relativeHalfWidth, 0.95, 8));
  }

  @Test
  void ratio_anyInterval_digitsThatItSupports() {
    assertEquals("1.132× (1.129–1.135)", Figures.ratio(estimate(1.1321, 1.1291, 1.1349, 0.96)));
    assertEquals("1.13× (1.11–1.16)", Figures.ratio(estimate(1.1321, 1.1091, 1.1581, 0.96)));
    assertEquals("1.1× (0.9–1.4)", Figures.ratio(estimate(1.1321, 0.9, 1.4, 0.96)));
    assertEquals("2,104× (1,800–2,500)", Figures.ratio(estimate(2104, 1800, 2500, 0.96)));
  }

  @Test
  void ratio_lessThan95Percent_starred() {
    assertEquals("1.1× (1.0–1.3)*", Figures.ratio(estimate(1.12, 1.0, 1.3, 0.75)));
    assertEquals("75 %", Figures.confidence(estimate(1.12, 1.0, 1.3, 0.75)));
    assertEquals("95 %", Figures.confidence(estimate(1.12, 1.0, 1.3, 0.978)));
  }

  @Test
  void ratio_oneUnit_twoDigitsAndNoInterval() {
    assertEquals("1.1×", Figures.ratio(new Estimate(0.1234, 0.1234, 0.1234, 0, 1)));
    assertEquals("no interval", Figures.interval(new Estimate(0.1234, 0.1234, 0.1234, 0, 1)));
  }

  @Test
  void exactRatio_any_threeDigitsOrInfinity() {
    assertEquals("4.13×", Figures.exactRatio(4.1289));
    assertEquals("0.449×", Figures.exactRatio(0.44931));
    assertEquals("19,397×", Figures.exactRatio(19397));
    assertEquals("∞", Figures.exactRatio(Double.POSITIVE_INFINITY));
  }

  @Test
  void roughly_anySize_twoDigits() {
    assertEquals("0.99×", Figures.roughly(0.9871));
    assertEquals("1.0×", Figures.roughly(0.9999));
    assertEquals("4.4×", Figures.roughly(4.43));
    assertEquals("130×", Figures.roughly(133));
    assertEquals("1,100×", Figures.roughly(1112));
  }

  @Test
  void exact_wholeOrNot_alwaysWithUnit() {
    assertEquals("541,184 B", Figures.exact(541_184, "B"));
    assertEquals("5.74 B/B", Figures.exact(5.7439, "B/B"));
    assertEquals("1,922 objects", Figures.exact(1921.85, "objects"));
    assertEquals("0 objects", Figures.exact(0, "objects"));
    assertEquals("1 object", Figures.exact(1, "objects"));
  }

  @Test
  void duration_anyLength_unitAndDigitsOfItsSpread() {
    assertEquals("5.2 ns/B", Figures.duration(cost(1, 0.1), 5.23, "B"));
    assertEquals("5.23 ns/B", Figures.duration(cost(1, 0.001), 5.2345, "B"));
    assertEquals("1.69 µs/tree", Figures.duration(cost(1, 0.01), 1687, "tree"));
    assertEquals("17 µs/tree", Figures.duration(cost(1, 0.1), 16_870, "tree"));
    assertEquals("1.2 ms/pass", Figures.duration(cost(1, 0.1), 1.2e6, "pass"));
    assertEquals("3.0 s/pass", Figures.duration(cost(1, 0.1), 3e9, "pass"));
    // Not "9 ns": one digit would hide a difference of a tenth.
    assertEquals("9.4 ns/node", Figures.duration(cost(1, 0.4), 9.4, "node"));
  }

  @Test
  void size_any_powersOfTen() {
    assertEquals("999 B", Figures.size(999));
    assertEquals("94.2 KB", Figures.size(94_218));
    assertEquals("10.5 MB", Figures.size(10_485_760));
  }

  @Test
  void count_one_singular() {
    assertEquals("1 file", Figures.count(1, "file"));
    assertEquals("1,200 files", Figures.count(1200, "file"));
  }
}
