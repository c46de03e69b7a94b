package io.tweestap.delivery.smpp.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jspecify.annotations.Nullable;

/// Lets a `deliver_sm` be answered when it is stored, not when the library's thread is done with
/// it: those few threads also read the answers to our own messages, and must never wait for a
/// database.
final class LateAnswers extends SynchronizedPDUSender {
  private volatile @Nullable OutputStream out;

  LateAnswers() {
    super(new DefaultPDUSender());
  }

  /// The first that is sent; all answers go the same way.
  @Override
  public byte[] sendBind(
      OutputStream os,
      BindType type,
      int sequence,
      String systemId,
      String password,
      String systemType,
      InterfaceVersion version,
      TypeOfNumber ton,
      NumberingPlanIndicator npi,
      @Nullable String range)
      throws PDUStringException, IOException {
    this.out = os;
    return super.sendBind(
        os, type, sequence, systemId, password, systemType, version, ton, npi, range);
  }

  /// The library means that all is well as soon as it has told us; not yet.
  @Override
  public byte[] sendDeliverSmResp(OutputStream out, int status, int sequence, String id)
      throws IOException {
    return status == SMPPConstant.STAT_ESME_ROK
        ? new byte[0]
        : super.sendDeliverSmResp(out, status, sequence, id);
  }

  /// The answer itself, with the empty `message_id` of section 4.6.2.
  void answer(int status, int sequence) throws IOException {
    super.sendDeliverSmResp(Objects.requireNonNull(out), status, sequence, "");
  }
}
