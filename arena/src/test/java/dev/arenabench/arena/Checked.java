package dev.arenabench.arena;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// A test of checked mode. The build runs this module's tests in both.
@Target({ElementType.METHOD, ElementType.TYPE})
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "dev.arenabench.arena.checks",
    matches = "true",
    disabledReason = "holds in checked mode only")
public @interface Checked {}
