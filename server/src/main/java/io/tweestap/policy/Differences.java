package io.tweestap.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/// Names of the fields in which two policies differ, for the audit.
final class Differences {
  private Differences() {}

  static List<String> between(Policy before, Policy after) {
    var found = new ArrayList<String>();
    compare(found, "name", before, after, Policy::name);
    compare(found, "group", before, after, Policy::group);
    compare(found, "application", before, after, Policy::application);
    compare(found, "remind_days", before, after, Policy::remindDays);
    compare(found, "exemptions_need_approval", before, after, Policy::exemptionsApproved);
    compare(found, before.terms(), after.terms());
    return found;
  }

  private static void compare(List<String> found, Terms before, Terms after) {
    compare(found, "available_from", before, after, Terms::availableFrom);
    compare(found, "required_from", before, after, Terms::requiredFrom);
    compare(found, "time_zone", before, after, Terms::zone);
    compare(found, "allowed_kinds", before, after, Terms::kinds);
    compare(found, "strength", before, after, Terms::strength);
    compare(found, "frequency", before, after, Terms::frequency);
    compare(found, "skips_max", before, after, Terms::skipsMax);
    compare(found, "late_enrollment", before, after, Terms::lateEnrollment);
    compare(found, "purposes", before, after, Terms::purposes);
    compare(found, "first_factor_proof", before, after, Terms::proof);
    compare(found, "session", before, after, Terms::stay);
  }

  private static <T> void compare(
      List<String> found, String name, T before, T after, Function<T, Object> field) {
    if (!Objects.equals(field.apply(before), field.apply(after))) {
      found.add(name);
    }
  }
}
