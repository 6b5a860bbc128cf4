/// Measures the contenders, decides, and reports.
@NullMarked
package dev.arenabench.harness;

import org.jspecify.annotations.NullMarked;
