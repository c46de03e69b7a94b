package io.tweestap.client.policy;

import io.tweestap.client.factor.FactorKind;
import io.tweestap.client.factor.FactorStrength;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A policy; what it says nothing about is left out.
///
/// @param id id of the policy
/// @param version counts the changes; to be named with the next one
/// @param name as staff call it; reasons name it. No two policies of a tenant have the same.
/// @param group only for users in this group. Left out: for everybody.
/// @param application only at this application, as logins name it. Left out: at every one.
/// @param availableFrom setting up a second step is offered from midnight of this date. The
///   earliest of several policies counts. Left out, with `required_from`: from the start.
/// @param requiredFrom A second step is required from midnight of this date. The earliest of
///   several policies counts. Left out: never.
/// @param timeZone where midnight is. Left out: where the tenant is.
/// @param allowedKinds second factors that may be used; what all policies allow counts. Mail is not
///   among them. Left out: all.
/// @param strength how much a kind of factor withstands
/// @param frequency how often the second step is asked for; when one of several policies asks, it
///   is asked. Risky logins, payments, password resets and new devices ask in any case. Left out by
///   all: every login. - `every_login`: at every new login. - `per_browser`: once in
///   `frequency_days` on each remembered browser. - `by_risk`: only when the login looks risky, or
///   no factor was ever proven.
/// @param frequencyDays goes with `per_browser`. Days have 24 hours.
/// @param skipsMax how often setting up may be put off before the date; the least of several
///   policies counts. Left out: any number of times until the date.
/// @param lateEnrollment whether somebody without a factor may still set one up inside a login
///   after the date. `false` in one policy counts; then staff must help. Left out: yes.
/// @param purposes purposes at which this policy asks for a second step. An empty list asks at
///   none: for applications where it can be left out. Left out: all.
/// @param firstFactorProof what somebody without a factor shows, beside the password, before one is
///   set up inside a login; from the least to the strictest. A thief of the password must not set
///   up a factor of his own.
/// @param stayLoggedInSeconds how long a login lasts; the shortest counts. Left out by all: 24
///   hours.
/// @param idleSeconds how long it lasts without activity; the shortest counts. Left out by all: 1
///   hour.
/// @param rememberBrowserDays how long a browser may be remembered; 0: not at all. The least
///   counts.
/// @param profile an assurance level of NIST SP 800-63B-4 that a policy keeps to. Longer times are
///   refused.
/// @param remindDays how many days before the date those without a factor get a mail. Left out,
///   with `required_from`: 30, 14, 7 and 1. An empty list: none.
/// @param exemptionsNeedApproval whether an exemption of somebody this policy speaks to needs a
///   second member of the staff
/// @param createdAt when it was made
/// @param updatedAt when it was last changed
public record Policy(
    UUID id,
    int version,
    String name,
    @Nullable String group,
    @Nullable String application,
    @Nullable LocalDate availableFrom,
    @Nullable LocalDate requiredFrom,
    @Nullable String timeZone,
    List<FactorKind> allowedKinds,
    @Nullable FactorStrength strength,
    @Nullable String frequency,
    @Nullable Integer frequencyDays,
    @Nullable Integer skipsMax,
    @Nullable Boolean lateEnrollment,
    List<StepPurpose> purposes,
    @Nullable FirstFactorProof firstFactorProof,
    @Nullable Integer stayLoggedInSeconds,
    @Nullable Integer idleSeconds,
    @Nullable Integer rememberBrowserDays,
    @Nullable AssuranceProfile profile,
    List<Integer> remindDays,
    boolean exemptionsNeedApproval,
    Instant createdAt,
    Instant updatedAt) {}
