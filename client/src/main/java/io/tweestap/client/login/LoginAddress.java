package io.tweestap.client.login;

import io.tweestap.client.user.AddressKind;
import java.util.UUID;

/// A proven address of the user that a code may be sent to.
///
/// @param addressId of the address
/// @param kind `email` or `phone`
/// @param to the address, masked
public record LoginAddress(UUID addressId, AddressKind kind, String to) {}
