// Makes a Node program listen on this machine alone: node --require ./loopback.cjs PROGRAM.
// The Agents Playground has no option for its address and would listen on every interface.
const net = require("node:net");

const listen = net.Server.prototype.listen;

net.Server.prototype.listen = function (first, ...rest) {
  if (first !== null && typeof first === "object" && "port" in first) {
    return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
  }
  if (/^\d+$/.test(String(first))) {
    const others = rest.filter((one) => typeof one !== "string");
    return listen.call(this, first, "127.0.0.1", ...others);
  }
  return listen.call(this, first, ...rest);
};
