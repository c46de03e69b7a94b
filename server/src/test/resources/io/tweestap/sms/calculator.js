// Reads one JSON string in each line, writes what the calculator makes of it: encoding and parts.
const { SegmentedMessage } = require('sms-segments-calculator');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter((line) => line !== '');
for (const line of lines) {
  const message = new SegmentedMessage(JSON.parse(line));
  console.log(message.encodingName === 'GSM-7' ? 'GSM_7' : 'UCS_2', message.segmentsCount);
}
