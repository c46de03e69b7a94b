package io.tweestap.delivery.smpp;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Opens the link of the settings when the program serves; it is closed with the program, after the
/// last message was handed over.
@Component
class ConfiguredLink implements SmartLifecycle {
  private final ObjectProvider<SmppCarrier> carrier;
  private volatile boolean running;

  ConfiguredLink(ObjectProvider<SmppCarrier> carrier) {
    this.carrier = carrier;
  }

  @Override
  public void start() {
    running = true;
    carrier.ifAvailable(SmppCarrier::open);
  }

  @Override
  public void stop() {
    running = false;
    carrier.ifAvailable(SmppCarrier::close);
  }

  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 1;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
