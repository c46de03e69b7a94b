package io.tweestap.client.user;

import java.time.Instant;
import java.util.Map;

/// All that is kept about a user, without secrets.
///
/// @param exportedAt when it was put together
/// @param user A user of the tenant
/// @param parts what else is kept, by the name of each part
public record UserExport(Instant exportedAt, User user, Map<String, Object> parts) {}
