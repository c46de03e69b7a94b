package io.tweestap.user.address;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// An address of a user, masked. [UserAddresses#reveal] opens it.
///
/// @param id of this address at this user; another number or mail address gets another id
/// @param verifiedAt when its user proved to read what is sent there; empty: not proven (REC-3)
public record UserAddress(
    UUID id, AddressKind kind, String masked, Optional<Instant> verifiedAt, Instant createdAt) {}
