# A Slurm of one node on this machine, in a folder of its own: controller, node and munge, started and stopped by the test.
import os
import pathlib
import re
import shutil
import socket
import subprocess
import time

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "scontrol", "scancel", "squeue", "sinfo")

# No cgroups, no accounting, loopback only. cred_expire: a job that is requeued waits so long before it may start again.
CONFIGURATION = """
ClusterName=test
SlurmctldHost={host}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket,cred_expire=5
CredType=cred/munge
SlurmctldPort={port}
SlurmdPort={node_port}
StateSaveLocation={folder}/controller
SlurmdSpoolDir={folder}/node
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/backfill
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1,bf_interval=1
MpiDefault=none
ReturnToService=2
SlurmctldTimeout=30
SlurmdTimeout=30
InactiveLimit=0
MinJobAge=600
KillWait=5
NodeName={host} NodeAddr=127.0.0.1 CPUs={cores} RealMemory={megabytes} State=UNKNOWN
PartitionName=test Nodes=ALL Default=YES MaxTime=INFINITE State=UP
"""


def why_not():
    """Why no cluster can be started here; nothing where it can."""
    missing = [name for name in PROGRAMS if not shutil.which(name, path="/usr/sbin:/usr/bin:/sbin:/bin")]
    if missing:
        return f"not installed: {', '.join(missing)} (scripts/setup)"
    return None if os.geteuid() == 0 else "Slurm's daemons are started by root"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Cluster:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        for name in ("controller", "node", "munge"):
            (self.folder / name).mkdir(parents=True)
        self.folder.chmod(0o755)
        (self.folder / "munge").chmod(0o711)
        host = socket.gethostname().split(".")[0]
        megabytes = int(re.search(r"MemTotal:\s+(\d+)", pathlib.Path("/proc/meminfo").read_text()).group(1)) * 9 // 10240
        self.configuration = self.folder / "slurm.conf"
        self.configuration.write_text(CONFIGURATION.format(folder=self.folder, host=host, cores=os.cpu_count(), megabytes=megabytes,
                                                           port=free_port(), node_port=free_port()))
        key = self.folder / "munge/key"
        key.write_bytes(os.urandom(1024))
        key.chmod(0o600)
        munge = self.folder / "munge"
        self.call("munged", f"--key-file={key}", f"--socket={munge}/socket", f"--pid-file={self.folder}/munged.pid", f"--log-file={munge}/log",
                  f"--seed-file={munge}/seed", "--num-threads=2")
        self.call("slurmctld", "-f", self.configuration)
        self.call("slurmd", "-f", self.configuration)
        self.wait(lambda: self.call("sinfo", "-h", "-o", "%T", check=False).strip() == "idle", 60, "the node did not become idle")

    def environment(self):
        return {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/root", "SLURM_CONF": str(self.configuration)}

    def call(self, *words, check=True):
        done = subprocess.run([str(word) for word in words], env=self.environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60)
        if check and done.returncode != 0:
            raise AssertionError(f"{words[0]} failed with {done.returncode}: {done.stdout}{done.stderr}\n{self.logs()}")
        return done.stdout

    def states(self, job):
        """State by task of an array, or of a job alone under None."""
        found = {}
        for record in self.call("scontrol", "-o", "show", "job", job, check=False).splitlines():
            words = dict(word.split("=", 1) for word in record.split() if "=" in word)
            task = words.get("ArrayTaskId", "")
            for number in numbers(task) if task else [None]:
                found[number] = words
        return found

    def wait(self, is_so, seconds, otherwise):
        end = time.monotonic() + seconds
        while not is_so():
            if time.monotonic() > end:
                raise AssertionError(f"{otherwise}\n{self.call('squeue', check=False)}\n{self.logs()}")
            time.sleep(0.1)

    def logs(self):
        return "".join(f"== {log.name}\n" + "".join(log.read_text(errors="replace").splitlines(True)[-30:]) for log in self.folder.glob("*.log"))

    def stop(self):
        for name in ("slurmd", "slurmctld", "munged"):
            pid = self.folder / f"{name}.pid"
            if pid.exists() and pid.read_text().strip():
                subprocess.run(["kill", pid.read_text().strip()], check=False, stderr=subprocess.DEVNULL)
        end = time.monotonic() + 10  # they write into the folder until they are gone
        while time.monotonic() < end and any((self.folder / f"{name}.pid").exists() for name in ("slurmd", "slurmctld")):
            time.sleep(0.1)


def numbers(text):
    """1-3,7%2 as Slurm writes tasks that have not started."""
    found = []
    for part in text.split("%")[0].split(","):
        first, _, last = part.partition("-")
        found += range(int(first), int(last or first) + 1)
    return found
