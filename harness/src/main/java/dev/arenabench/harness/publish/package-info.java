/// From a local run folder to one that is committed.
@org.jspecify.annotations.NullMarked
package dev.arenabench.harness.publish;
