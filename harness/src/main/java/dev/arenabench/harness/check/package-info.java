/// Every file, every contender, no clock: do the twins build the same tree and answer alike?
@org.jspecify.annotations.NullMarked
package dev.arenabench.harness.check;
