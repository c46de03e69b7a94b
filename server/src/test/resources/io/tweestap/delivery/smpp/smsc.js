// An SMSC of npm's `smpp`: says its port, then one line of JSON for each message it gets.
const smpp = require('smpp');
let count = 0;
const seen = new Set();
const server = smpp.createServer({}, session => {
  session.on('error', () => {});
  session.on('bind_transceiver', pdu => {
    const right = pdu.system_id === 'tweestap' && pdu.password === 'secret08';
    session.send(pdu.response({command_status: right ? 0 : 0x0e}));
  });
  session.on('enquire_link', pdu => session.send(pdu.response()));
  session.on('unbind', pdu => { session.send(pdu.response()); session.close(); });
  session.on('submit_sm', pdu => {
    const id = String(++count);
    console.log(JSON.stringify({
      source: pdu.source_addr, ton: pdu.source_addr_ton, destination: pdu.destination_addr,
      coding: pdu.data_coding, esm: pdu.esm_class, validity: String(pdu.validity_period),
      text: pdu.short_message.message, udh: pdu.short_message.udh
        ? pdu.short_message.udh.map(element => element.toString('hex')) : null,
      reference: pdu.user_message_reference}));
    const text = String(pdu.short_message.message);
    if (text.startsWith('refuse')) {
      session.send(pdu.response({command_status: smpp.ESME_RINVDSTADR}));
      return;
    }
    if (text.startsWith('busy') && !seen.has(text)) {
      seen.add(text);
      session.send(pdu.response({command_status: smpp.ESME_RTHROTTLED}));
      return;
    }
    if (text.startsWith('broken')) {
      session.send(pdu.response({command_status: smpp.ESME_RSYSERR}));
      return;
    }
    if (text.startsWith('cut') && !seen.has(text)) {
      seen.add(text);
      session.destroy();
      return;
    }
    if (text.startsWith('early')) {
      session.deliver_sm({
        esm_class: 4, source_addr: pdu.destination_addr, destination_addr: pdu.source_addr,
        short_message: `id:${count.toString(16).toUpperCase().padStart(8, '0')} sub:001 dlvrd:000`
          + ' submit date:2603011200 done date:260301120102 stat:UNDELIV err:1A text:'});
      session.send(pdu.response({message_id: id}));
      return;
    }
    setTimeout(() => {
      session.send(pdu.response({message_id: id}));
      session.deliver_sm({
        esm_class: 4, source_addr: pdu.destination_addr, destination_addr: pdu.source_addr,
        receipted_message_id: id, message_state: 2,
        short_message: `id:${id} sub:001 dlvrd:001 submit date:2603011200 done date:2603011201`
          + ' stat:DELIVRD err:000 text:'},
        answer => console.log(JSON.stringify({receipt: answer.command_status})));
    }, text.startsWith('late') ? 1500 : 20);
  });
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
