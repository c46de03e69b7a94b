package io.tweestap.client.webhook;

import io.tweestap.client.login.LoginState;
import io.tweestap.client.policy.StepPurpose;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an event tells of a login.
///
/// @param id of the login
/// @param user your own reference of the user
/// @param state where a login is. All but `pending` are final.
/// @param purpose what the second step is for: `login`, `payment`, `password_reset` or `new_device`
/// @param application as it was given
/// @param amr what was proven; empty unless it passed
/// @param acr the level that was reached. Only when it passed.
/// @param answersWrong how many answers were wrong
/// @param createdAt when it began. RFC 3339, UTC.
/// @param finishedAt when it ended. RFC 3339, UTC.
public record LoginNews(
    UUID id,
    String user,
    LoginState state,
    StepPurpose purpose,
    @Nullable String application,
    List<String> amr,
    @Nullable String acr,
    int answersWrong,
    Instant createdAt,
    @Nullable Instant finishedAt) {}
