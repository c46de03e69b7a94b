package io.tweestap.client.login;

import io.tweestap.client.Secret;
import io.tweestap.client.policy.StepPurpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The second step of one login. Never a code, never a whole number.
///
/// @param id of the login, a UUIDv7
/// @param state where a login is. All but `pending` are final.
/// @param decision what the policy decided when the login began
/// @param next what is asked for. Missing when the login is over.
/// @param purpose what the second step is for: `login`, `payment`, `password_reset` or `new_device`
/// @param application as it was given
/// @param options what may be answered with now, the preferred one first. Any of them can be chosen
///   at any time.
/// @param addresses where a code may be sent, when one is asked for
/// @param enrollment what is to be set up. Missing when nothing is, or the login is over.
/// @param reasons why it was decided so, the decisive one first
/// @param answersLeft how many wrong answers it still takes, whatever factors they are to; 0 when
///   it is over
/// @param session how long a session lasts once the login has passed
/// @param rememberBrowserSeconds how long the browser may be remembered. Missing when it may not.
/// @param promptUrl where to send the browser, when the login is to be done on the hosted pages.
///   Told once, when it begins; whoever opens it first has it.
/// @param browserToken what the browser is to keep from now on, in the place of what it had. Told
///   once; missing when it keeps what it has.
/// @param result what was proven. Only when the login has passed.
/// @param createdAt when it began. RFC 3339, UTC.
/// @param expiresAt when it ends, ten minutes later, an hour for a password reset. RFC 3339, UTC.
/// @param finishedAt when it reached its final state. Missing while it is pending. RFC 3339, UTC.
public record Login(
    UUID id,
    LoginState state,
    LoginDecision decision,
    @Nullable LoginStep next,
    StepPurpose purpose,
    @Nullable String application,
    List<LoginOption> options,
    List<LoginAddress> addresses,
    @Nullable LoginEnrollment enrollment,
    List<LoginReason> reasons,
    int answersLeft,
    SessionLimits session,
    @Nullable Integer rememberBrowserSeconds,
    @Nullable Secret promptUrl,
    @Nullable Secret browserToken,
    @Nullable LoginResult result,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant finishedAt) {}
