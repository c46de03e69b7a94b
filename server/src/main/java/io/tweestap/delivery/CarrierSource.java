package io.tweestap.delivery;

import java.util.Collection;

/// Carriers that come and go while the program runs. A port.
public interface CarrierSource {
  /// Those that messages may be given to at this moment. One that is no longer among them gets no
  /// new ones; what it was given already it hands over.
  Collection<? extends Carrier> carriers();
}
