package io.tweestap.client.user;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An address of a user.
///
/// @param id of this address at this user. Another address gets another id.
/// @param kind what kind of address it is
/// @param address masked, unless it was asked for in full
/// @param verifiedAt when the user proved to read what is sent there. Missing: not proven.
/// @param createdAt when it was added
public record UserAddress(
    UUID id, AddressKind kind, String address, @Nullable Instant verifiedAt, Instant createdAt) {}
