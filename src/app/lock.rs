//! One process per database file. The lock is the operating system's, so a killed process leaves none behind.

use anyhow::Context;
use std::{
    fs::{File, OpenOptions, TryLockError},
    io::{Read, Seek, Write},
};

/// The right to run on a database file, held until dropped.
#[derive(Debug)]
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the right, or says who has it.
    pub fn take(database: &str) -> anyhow::Result<Self> {
        let path = format!("{database}.lock");
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .with_context(|| format!("cannot write beside the database: {path}"))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let _ = file.read_to_string(&mut holder);
                anyhow::bail!("already running on this database (pid {})", holder.trim());
            }
            Err(TryLockError::Error(fault)) => return Err(fault).context(format!("cannot lock {path}")),
        }
        file.set_len(0)?;
        file.rewind()?;
        write!(file, "{}", std::process::id())?;
        Ok(Self { _file: file })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_is_refused_and_told_who_has_it() {
        let path = std::env::temp_dir().join(format!("qatys-lock-{}.db", std::process::id()));
        let database = path.to_str().unwrap();
        let first = Lock::take(database).unwrap();
        let refusal = Lock::take(database).unwrap_err().to_string();
        assert_eq!(refusal, format!("already running on this database (pid {})", std::process::id()));
        drop(first);
        assert!(Lock::take(database).is_ok());
        std::fs::remove_file(format!("{database}.lock")).unwrap();
    }
}
