/// What people read of a run: the table in a terminal and the page.
///
/// [Report#write] turns a run folder into both; [TerminalTable] and the page show the same
/// [Comparison]s, whose ratios are baseline : contender, «how many times more the heap costs».
/// Numbers are cut to the digits that their interval supports and always carry a unit. What was not
/// measured is shown as such, with the reason.
///
/// The page is one file that asks nobody for anything: charts are drawn by XChart, exported as SVG
/// and set into it; colours come from the style sheet, so that they follow the reader's choice of
/// light or dark.
@NullMarked
package dev.arenabench.harness.report;

import org.jspecify.annotations.NullMarked;
