package io.tweestap.policy;

import io.tweestap.user.User;
import java.time.Instant;
import java.util.function.Function;

/// Where, what for and when many users are looked at.
///
/// @param application empty when none is meant
/// @param moment when, for each user: a date ends at midnight where the user is
public record Situation(String application, Purpose purpose, Function<User, Instant> moment) {}
