package io.tweestap.client.apppassword;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Whether it was right. When it was not, nothing says why.
///
/// @param valid whether it is this user's, for this service, from this place, now
/// @param user your reference of the user
/// @param appPasswordId the app password that was used
/// @param device what the user calls the device that it is on
public record AppPasswordVerdict(
    boolean valid, @Nullable String user, @Nullable UUID appPasswordId, @Nullable String device) {}
