package io.tweestap.client.policy;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.FactorStrength;
import io.tweestap.client.http.Body;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A whole policy. What is left out, it says nothing about. Where several policies speak to a user,
/// the strictest wins field by field.
public final class NewPolicy extends Body<NewPolicy> {
  private NewPolicy(Map<String, @Nullable Object> fields) {
    super(fields, NewPolicy::new);
  }

  /// With what is required.
  ///
  /// @param name as staff call it; reasons name it. No two policies of a tenant have the same.
  public static NewPolicy of(String name) {
    return new NewPolicy(Map.of()).with("name", name);
  }

  /// Only for users in this group. Left out: for everybody.
  public NewPolicy group(String group) {
    return with("group", group);
  }

  /// Only at this application, as logins name it. Left out: at every one.
  public NewPolicy application(String application) {
    return with("application", application);
  }

  /// Setting up a second step is offered from midnight of this date. The earliest of several
  /// policies counts. Left out, with `required_from`: from the start.
  public NewPolicy availableFrom(LocalDate availableFrom) {
    return with("available_from", availableFrom);
  }

  /// A second step is required from midnight of this date. The earliest of several policies counts.
  /// Left out: never.
  public NewPolicy requiredFrom(LocalDate requiredFrom) {
    return with("required_from", requiredFrom);
  }

  /// Where midnight is. Left out: where the tenant is.
  public NewPolicy timeZone(String timeZone) {
    return with("time_zone", timeZone);
  }

  /// Second factors that may be used; what all policies allow counts. Mail is not among them. Left
  /// out: all.
  public NewPolicy allowedKinds(List<FactorKind> allowedKinds) {
    return with("allowed_kinds", allowedKinds);
  }

  /// How much a kind of factor withstands.
  public NewPolicy strength(FactorStrength strength) {
    return with("strength", strength);
  }

  /// How often the second step is asked for; when one of several policies asks, it is asked. Risky
  /// logins, payments, password resets and new devices ask in any case. Left out by all: every
  /// login.
  /// - `every_login`: at every new login.
  /// - `per_browser`: once in `frequency_days` on each remembered browser.
  /// - `by_risk`: only when the login looks risky, or no factor was ever proven.
  public NewPolicy frequency(String frequency) {
    return with("frequency", frequency);
  }

  /// Goes with `per_browser`. Days have 24 hours.
  public NewPolicy frequencyDays(int frequencyDays) {
    return with("frequency_days", frequencyDays);
  }

  /// How often setting up may be put off before the date; the least of several policies counts.
  /// Left out: any number of times until the date.
  public NewPolicy skipsMax(int skipsMax) {
    return with("skips_max", skipsMax);
  }

  /// Whether somebody without a factor may still set one up inside a login after the date. `false`
  /// in one policy counts; then staff must help. Left out: yes.
  public NewPolicy lateEnrollment(boolean lateEnrollment) {
    return with("late_enrollment", lateEnrollment);
  }

  /// Purposes at which this policy asks for a second step. An empty list asks at none: for
  /// applications where it can be left out. Left out: all.
  public NewPolicy purposes(List<StepPurpose> purposes) {
    return with("purposes", purposes);
  }

  /// What somebody without a factor shows, beside the password, before one is set up inside a
  /// login; from the least to the strictest. A thief of the password must not set up a factor of
  /// his own.
  public NewPolicy firstFactorProof(FirstFactorProof firstFactorProof) {
    return with("first_factor_proof", firstFactorProof);
  }

  /// How long a login lasts; the shortest counts. Left out by all: 24 hours.
  public NewPolicy stayLoggedInSeconds(Duration stayLoggedInSeconds) {
    return with("stay_logged_in_seconds", stayLoggedInSeconds);
  }

  /// How long it lasts without activity; the shortest counts. Left out by all: 1 hour.
  public NewPolicy idleSeconds(Duration idleSeconds) {
    return with("idle_seconds", idleSeconds);
  }

  /// How long a browser may be remembered; 0: not at all. The least counts.
  public NewPolicy rememberBrowserDays(int rememberBrowserDays) {
    return with("remember_browser_days", rememberBrowserDays);
  }

  /// An assurance level of NIST SP 800-63B-4 that a policy keeps to. Longer times are refused.
  public NewPolicy profile(AssuranceProfile profile) {
    return with("profile", profile);
  }

  /// How many days before the date those without a factor get a mail. Left out, with
  /// `required_from`: 30, 14, 7 and 1. An empty list: none.
  public NewPolicy remindDays(List<Integer> remindDays) {
    return with("remind_days", remindDays);
  }

  /// Whether an exemption of somebody this policy speaks to needs a second member of the staff.
  public NewPolicy exemptionsNeedApproval(boolean exemptionsNeedApproval) {
    return with("exemptions_need_approval", exemptionsNeedApproval);
  }

  /// Who wants it, for the audit.
  public NewPolicy staff(String staff) {
    return with("staff", staff);
  }
}
