package io.tweestap.client.user;

import io.tweestap.client.Channel;
import java.time.Instant;
import java.util.UUID;

/// A code is on its way to an address.
///
/// @param id of the address
/// @param kind what kind of address it is
/// @param address masked
/// @param channel the way a message takes to a person: text message, call that speaks the code, or
///   mail
/// @param expiresAt until when the code is good
public record AddressProof(
    UUID id, AddressKind kind, String address, Channel channel, Instant expiresAt) {}
