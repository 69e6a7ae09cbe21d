"""What is known of a device on which somebody signs: enough to see that it is another one, no more."""

import hashlib
from dataclasses import dataclass
from ipaddress import ip_network

LONGEST_AGENT = 200


@dataclass(frozen=True)
class Device:
    """`user_agent` as the browser calls itself; `address` of the network, kept without its last part.

    `key` names one's own telephone (accounts.devices); empty for the trainer's tablet, which is everybody's.
    """

    user_agent: str = ""
    address: str = ""
    key: str = ""

    @classmethod
    def kept(cls, user_agent: str, network: str) -> "Device":
        """From what was kept of it."""
        return cls(user_agent, network.partition("/")[0])

    @property
    def agent(self) -> str:
        return self.user_agent[:LONGEST_AGENT]

    @property
    def network(self) -> str:
        """Of IPv4 the first three numbers, of IPv6 the first three groups."""
        if not self.address:
            return ""
        return str(ip_network(f"{self.address}/{48 if ':' in self.address else 24}", strict=False))

    def within(self, session_id: int) -> str:
        """The same telephone in the same group, and nothing that could be looked for in another one."""
        return hashlib.sha256(f"{self.key}:{session_id}".encode()).hexdigest() if self.key else ""
