package io.tweestap.delivery.smpp.wire;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jsmpp.PDUReader;
import org.jsmpp.bean.Command;

/// Reads units with an upper bound on their length. Silence between two units is told as such, and
/// has the library ask whether the other end is there; silence in the midst of one, or a length
/// that cannot be right, ends the connection: where the next unit begins is not known any more.
final class BoundedReader implements PDUReader {
  static final int LENGTH_MAX = 64 * 1024;

  private static final int HEADER = 16;

  @Override
  public Command readPDUHeader(DataInputStream in) throws IOException {
    int first = in.read();
    if (first < 0) {
      throw new EOFException("the other end closed the connection");
    }
    try {
      int length = first << 24 | in.readUnsignedShort() << 8 | in.readUnsignedByte();
      if (length < HEADER || length > LENGTH_MAX) {
        throw new IOException("a unit of impossible length");
      }
      Command header = new Command();
      header.setCommandLength(length);
      header.setCommandId(in.readInt());
      header.setCommandStatus(in.readInt());
      header.setSequenceNumber(in.readInt());
      return header;
    } catch (SocketTimeoutException e) {
      throw new IOException("a unit that stops in its header", e);
    }
  }

  @Override
  public byte[] readPDU(DataInputStream in, Command header) throws IOException {
    byte[] body = new byte[header.getCommandLength() - HEADER];
    try {
      in.readFully(body);
    } catch (SocketTimeoutException e) {
      throw new IOException("a unit that stops in its body", e);
    }
    return Tidy.tidy(header, body);
  }

  @Override
  public byte[] readPDU(DataInputStream in, int length, int id, int status, int sequence) {
    throw new UnsupportedOperationException("the library reads with the header it was given");
  }
}
