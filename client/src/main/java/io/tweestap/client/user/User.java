package io.tweestap.client.user;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A user of the tenant.
///
/// @param ref your own name or number for the user, compared as it is: 1 to 200 printable
///   characters, none of them `/`, `\`, `;` or `%`
/// @param id of the user on this installation. Erasing a user ends it.
/// @param state what may be done as a user
/// @param groups kinds of user, sorted
/// @param addresses in the order in which they were added
/// @param locale language of what the user is told
/// @param timeZone where the user's days begin and end
/// @param deadline day from which a second factor is required of this user, where staff moved it
/// @param skipsUsed how often enrollment was put off
/// @param pseudonym what the audit calls this user
/// @param createdAt when it was made
/// @param updatedAt when something changed last
public record User(
    String ref,
    UUID id,
    UserState state,
    List<String> groups,
    List<UserAddress> addresses,
    String locale,
    String timeZone,
    @Nullable LocalDate deadline,
    int skipsUsed,
    UUID pseudonym,
    Instant createdAt,
    Instant updatedAt) {}
