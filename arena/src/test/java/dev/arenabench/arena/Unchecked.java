package dev.arenabench.arena;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/// A test of what holds without checks only: how handles look, that nothing is allocated.
@Target({ElementType.METHOD, ElementType.TYPE})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@DisabledIfSystemProperty(
    named = "dev.arenabench.arena.checks",
    matches = "true",
    disabledReason = "holds without checks only")
public @interface Unchecked {}
