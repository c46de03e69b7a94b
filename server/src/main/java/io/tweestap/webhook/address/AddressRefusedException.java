package io.tweestap.webhook.address;

import java.net.UnknownHostException;

/// A host name that leads to an address which a webhook may not go to.
public final class AddressRefusedException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  AddressRefusedException() {
    super("the address is not allowed");
  }
}
